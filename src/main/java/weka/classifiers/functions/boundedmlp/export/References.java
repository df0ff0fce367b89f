package weka.classifiers.functions.boundedmlp.export;

import weka.core.TechnicalInformation;

/** The sources of the method, for Weka's help. */
public final class References {

    private References() {}

    /** {@return the question that the package answers, together with the sources of the methods that it uses} */
    public static TechnicalInformation all() {
        TechnicalInformation question = new TechnicalInformation(TechnicalInformation.Type.MISC);
        question.setValue(TechnicalInformation.Field.AUTHOR, "Data Science Stack Exchange");
        question.setValue(
                TechnicalInformation.Field.TITLE, "Question 98162, on a network whose outputs stay above a threshold");
        question.setValue(TechnicalInformation.Field.HTTP, "https://datascience.stackexchange.com/questions/98162");

        TechnicalInformation adam = question.add(TechnicalInformation.Type.INPROCEEDINGS);
        adam.setValue(TechnicalInformation.Field.AUTHOR, "Diederik P. Kingma and Jimmy Ba");
        adam.setValue(TechnicalInformation.Field.TITLE, "Adam: A Method for Stochastic Optimization");
        adam.setValue(TechnicalInformation.Field.BOOKTITLE, "3rd International Conference on Learning Representations");
        adam.setValue(TechnicalInformation.Field.YEAR, "2015");

        TechnicalInformation initialisation = question.add(TechnicalInformation.Type.INPROCEEDINGS);
        initialisation.setValue(
                TechnicalInformation.Field.AUTHOR, "Kaiming He and Xiangyu Zhang and Shaoqing Ren and Jian Sun");
        initialisation.setValue(
                TechnicalInformation.Field.TITLE,
                "Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification");
        initialisation.setValue(
                TechnicalInformation.Field.BOOKTITLE, "IEEE International Conference on Computer Vision");
        initialisation.setValue(TechnicalInformation.Field.YEAR, "2015");

        TechnicalInformation averaging = question.add(TechnicalInformation.Type.ARTICLE);
        averaging.setValue(TechnicalInformation.Field.AUTHOR, "B. T. Polyak and A. B. Juditsky");
        averaging.setValue(TechnicalInformation.Field.TITLE, "Acceleration of Stochastic Approximation by Averaging");
        averaging.setValue(TechnicalInformation.Field.JOURNAL, "SIAM Journal on Control and Optimization");
        averaging.setValue(TechnicalInformation.Field.YEAR, "1992");
        averaging.setValue(TechnicalInformation.Field.VOLUME, "30");
        averaging.setValue(TechnicalInformation.Field.NUMBER, "4");
        averaging.setValue(TechnicalInformation.Field.PAGES, "838-855");

        TechnicalInformation intervals = question.add(TechnicalInformation.Type.INPROCEEDINGS);
        intervals.setValue(
                TechnicalInformation.Field.AUTHOR,
                "Harris Papadopoulos and Kostas Proedrou and Volodya Vovk and Alex Gammerman");
        intervals.setValue(TechnicalInformation.Field.TITLE, "Inductive Confidence Machines for Regression");
        intervals.setValue(TechnicalInformation.Field.BOOKTITLE, "13th European Conference on Machine Learning");
        intervals.setValue(TechnicalInformation.Field.YEAR, "2002");
        intervals.setValue(TechnicalInformation.Field.PAGES, "345-356");

        TechnicalInformation bins = question.add(TechnicalInformation.Type.INPROCEEDINGS);
        bins.setValue(TechnicalInformation.Field.AUTHOR, "Yury Gorishniy and Ivan Rubachev and Artem Babenko");
        bins.setValue(
                TechnicalInformation.Field.TITLE, "On Embeddings for Numerical Features in Tabular Deep Learning");
        bins.setValue(TechnicalInformation.Field.BOOKTITLE, "Advances in Neural Information Processing Systems 35");
        bins.setValue(TechnicalInformation.Field.YEAR, "2022");
        return question;
    }
}
